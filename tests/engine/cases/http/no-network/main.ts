// A name that nobody knows, and an address that is none.
await fetch('http://nobody.invalid/').catch((error) => {
  console.log(error.name, error.message, error.cause.syscall, error.cause.hostname);
});
await fetch('/relative').catch((error) => console.log(error.name, error.message));
