export const later = import.meta.main;
