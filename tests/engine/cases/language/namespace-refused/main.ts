export const before = 1;
console.log('never printed');
namespace Values {
  export const one = 1;
}
console.log(Values.one);
