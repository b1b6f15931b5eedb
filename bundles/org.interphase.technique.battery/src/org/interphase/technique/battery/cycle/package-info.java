/** What is told of cycles: capacities, efficiencies, fade, rates, voltage profiles, differential capacity, drops. */
package org.interphase.technique.battery.cycle;
