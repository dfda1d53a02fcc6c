// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.page;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Registers what all pages share.
@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebMvcConfigurer {
  private final FrameInterceptor frame;

  PageConfiguration(FrameInterceptor frame) {
    this.frame = frame;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(frame)
        .excludePathPatterns("/assets/**", "/peer/**", "/api/**", "/actuator/**");
  }

  /// The bundles of the pages and the reasons of decisions.
  @Bean
  static MessageSource messageSource() {
    ResourceBundleMessageSource source = new ResourceBundleMessageSource();
    source.setBasenames("lat/enlace/workbench/messages", "lat/enlace/instrument/decisions");
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    return source;
  }
}
