function logged(target: unknown, context: ClassMethodDecoratorContext): void {
  console.log(target, context);
}
class Service {
  @logged
  run(): void {}
}
new Service().run();
