// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import lat.enlace.node.config.NodeSettings;
import lat.enlace.node.login.EndedSessions;
import lat.enlace.workbench.Session;
import lat.enlace.workbench.page.EndedPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/// Who may come in at the web port. Programs that bring credentials with every request get no
/// session and need no CSRF token. Everyone else has a token in every form, and a session from the
/// login on: a stranger's visit is kept nowhere.
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class FaceSecurity {
  private static final String CONTENT_POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";
  private static final String NO_FEATURES =
      "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

  /// Programs: basic authentication, checked for each request.
  @Bean
  @Order(1)
  SecurityFilterChain programs(HttpSecurity http, NodeSettings settings) {
    secure(http, settings);
    http.securityMatcher(FaceSecurity::bringsCredentials)
        .csrf(csrf -> csrf.disable())
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .httpBasic(basic -> basic.authenticationEntryPoint(FaceSecurity::refuse))
        .exceptionHandling(errors -> errors.authenticationEntryPoint(FaceSecurity::refuse));
    return http.build();
  }

  /// People: pages, and the API with the session of the pages.
  @Bean
  @Order(2)
  SecurityFilterChain people(HttpSecurity http, NodeSettings settings, Session session) {
    secure(http, settings);
    String state = settings.identity().state().value().toLowerCase(Locale.ROOT);
    FormTokens tokens = new FormTokens("enlace-" + state + "-form", settings.web().https());
    http.formLogin(login ->
            login.loginPage("/login").failureHandler(FaceSecurity::notLoggedIn).permitAll())
        // Without the cookie the next visit is a stranger's, and not one whose session ran out.
        .logout(logout ->
            logout
                .logoutUrl("/logout")
                .logoutSuccessUrl("/login?out")
                .deleteCookies("enlace-" + state))
        .csrf(csrf -> csrf.csrfTokenRepository(tokens))
        .addFilterBefore(new EndedSessions(session), AnonymousAuthenticationFilter.class)
        .sessionManagement(
            sessions -> sessions.sessionFixation(fixation -> fixation.changeSessionId()))
        .exceptionHandling(errors ->
            errors
                .authenticationEntryPoint(FaceSecurity::turnAway)
                .accessDeniedHandler(FaceSecurity::deny));
    return http.build();
  }

  private static void secure(HttpSecurity http, NodeSettings settings) {
    if (settings.web().https()) {
      // Behind a proxy a request looks as if it had come in the clear.
      http.headers(headers ->
          headers.httpStrictTransportSecurity(
              strict -> strict.requestMatcher(AnyRequestMatcher.INSTANCE)));
    }
    http.authorizeHttpRequests(requests ->
            requests
                .requestMatchers(
                    "/login",
                    "/first",
                    "/verify",
                    "/figures",
                    EndedPage.PATH,
                    "/assets/**",
                    "/error",
                    "/health",
                    "/health/**",
                    "/api/openapi.json")
                .permitAll()
                .requestMatchers("/metrics")
                .hasAnyRole("operator", "auditor")
                .anyRequest()
                .authenticated())
        .headers(headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(policy -> policy.policy(NO_FEATURES))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny))
        .requestCache(cache -> cache.disable());
  }

  private static boolean bringsCredentials(HttpServletRequest request) {
    return request.getHeader("Authorization") != null;
  }

  /// Programs are told: wrong, or not to be judged now.
  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    if (why instanceof AuthenticationServiceException) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "5");
      response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    } else {
      response.sendError(HttpStatus.UNAUTHORIZED.value());
    }
  }

  /// A database that cannot be read says nothing about a password.
  private static void notLoggedIn(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException, ServletException {
    if (why instanceof AuthenticationServiceException) {
      response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    } else {
      SimpleUrlAuthenticationFailureHandler again =
          new SimpleUrlAuthenticationFailureHandler("/login?error");
      again.setAllowSessionCreation(false);
      again.onAuthenticationFailure(request, response, why);
    }
  }

  /// People are led to the login, programs are told.
  private static void turnAway(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException, ServletException {
    if (forPrograms(request)) {
      response.sendError(HttpStatus.UNAUTHORIZED.value());
    } else {
      LoginUrlAuthenticationEntryPoint login =
          new LoginUrlAuthenticationEntryPoint(ended(request) ? "/login?expired" : "/login");
      login.setFavorRelativeUris(true);
      login.commence(request, response, why);
    }
  }

  /// A form without the token of its session is not taken; what was typed is given back.
  private static void deny(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException, ServletException {
    if (why instanceof CsrfException && !forPrograms(request)) {
      request.getRequestDispatcher(EndedPage.PATH).forward(request, response);
    } else {
      response.sendError(HttpStatus.FORBIDDEN.value());
    }
  }

  private static boolean ended(HttpServletRequest request) {
    return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
  }

  private static boolean forPrograms(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/")
        || request.getRequestURI().equals("/metrics");
  }
}
