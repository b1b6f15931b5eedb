/** Profile parameters of ISO 21920-2. */
package org.interphase.technique.topography.profile;
