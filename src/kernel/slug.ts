const FORM = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Whether a text could be the slug of something: what is not is not looked for. */
export const isSlug = (text: string): boolean => text.length <= 80 && FORM.test(text);
