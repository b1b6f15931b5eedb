/** How well the verdicts on numbers hold where their truth is known. */
package org.interphase.testkit.verdict;
