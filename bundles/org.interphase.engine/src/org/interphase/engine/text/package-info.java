/** Text forms of plain trees: JSON. */
package org.interphase.engine.text;
