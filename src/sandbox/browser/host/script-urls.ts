/**
 * Gives text an address that it can be loaded from as a script. Mostly that is a blob: URL. In a frame of opaque origin
 * WebKit loads workers and modules from data: URLs only; they have the frame's policy all the same.
 */

export interface ScriptUrls {
  make(text: string): string;
  revoke(url: string): void;
}

export const blobUrls: ScriptUrls = {
  make: (text) => URL.createObjectURL(new Blob([text], { type: 'text/javascript' })),
  revoke: (url) => URL.revokeObjectURL(url),
};

/**
 * For a short text of ours, in every browser. It stands in the texts that import it and has nothing to be given back;
 * a blob: URL would have to be asked for in another process of the browser, which takes as long as all else that a
 * small program loads. The same text with another `instance` is another module.
 */
export function inlineUrl(text: string, instance = 0): string {
  return `data:text/javascript,${encodeURIComponent(text)}#${instance}`;
}

/** A text that names such URLs contains the texts behind them, and grows by a third with each level. */
export const dataUrls: ScriptUrls = {
  make(text) {
    const bytes = new TextEncoder().encode(text);
    let binary = '';
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return `data:text/javascript;base64,${btoa(binary)}`;
  },
  revoke: () => undefined,
};
