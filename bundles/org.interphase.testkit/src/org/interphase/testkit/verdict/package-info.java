/** How well the verdicts on numbers hold where their truth is known; whether two analyses give the same numbers. */
package org.interphase.testkit.verdict;
