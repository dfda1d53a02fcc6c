// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.api;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/// The REST face as one part.
@Configuration(proxyBeanMethods = false)
@ComponentScan(basePackageClasses = ApiFace.class)
public class ApiFace {}
