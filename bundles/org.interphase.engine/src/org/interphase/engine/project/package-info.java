/** Folders of samples with their rules: which recipes are run over which files. */
package org.interphase.engine.project;
