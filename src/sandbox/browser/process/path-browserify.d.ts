declare module 'path-browserify' {
  const path: import('node:path').PlatformPath;
  export default path;
}
