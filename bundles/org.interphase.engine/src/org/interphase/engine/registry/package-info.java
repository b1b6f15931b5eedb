/** The installed techniques with their readers, operations and recipes. */
package org.interphase.engine.registry;
