/** The name of the hidden field, known to the forms and to the check. */
export const CSRF_FIELD = 'csrf';
