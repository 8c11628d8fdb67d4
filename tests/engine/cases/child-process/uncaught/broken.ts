console.log('NO');
enum Colour { Red }
