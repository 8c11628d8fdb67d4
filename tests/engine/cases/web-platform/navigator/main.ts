console.log(typeof navigator.hardwareConcurrency, navigator.hardwareConcurrency > 0, /^Node\.js\/\d+$/.test(navigator.userAgent));
console.log(typeof navigator.language, navigator.languages.length > 0, typeof navigator.platform, Object.prototype.toString.call(navigator));
