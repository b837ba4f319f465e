/** When the extension began to load, in milliseconds; a module of its own, since modules run before what imports them. */
export const loadingSince = performance.now();
