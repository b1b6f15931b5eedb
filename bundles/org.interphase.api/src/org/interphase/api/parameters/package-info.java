/**
 * Annotated parameter records and what follows from them: defaults, validation, text and tree form, field
 * descriptions for generated forms.
 */
package org.interphase.api.parameters;
