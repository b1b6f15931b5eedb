/** What can be done to XPS data, each step with its annotated parameter record. */
package org.interphase.technique.xps.operation;
