export const backdropClass = 'fixed inset-0 z-40 bg-black/40';
