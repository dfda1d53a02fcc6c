// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/// Brings all pages into an application that has the beans named in the package comment.
@Configuration(proxyBeanMethods = false)
@ComponentScan(basePackageClasses = WorkbenchConfiguration.class)
@PropertySource("classpath:lat/enlace/workbench/workbench.properties")
public class WorkbenchConfiguration {}
