class Point {
  constructor(
    public x: number,
    private y: number,
  ) {}
}
console.log(new Point(1, 2));
