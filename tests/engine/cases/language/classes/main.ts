class Account {
  static #opened = 0;
  static {
    Account.#opened = 10;
  }
  #balance = 0;
  accessor = 'a field of that name';
  static open(): Account {
    Account.#opened++;
    return new Account();
  }
  get balance(): number {
    return this.#balance;
  }
  set balance(value: number) {
    if (value < 0) throw new RangeError('below zero');
    this.#balance = value;
  }
  static get opened(): number {
    return Account.#opened;
  }
  #secret(): string {
    return `holds ${this.#balance}`;
  }
  tell(): string {
    return this.#secret();
  }
  static is(value: object): boolean {
    return #balance in value;
  }
}
const account = Account.open();
account.balance = 5;
console.log(account.tell(), Account.opened, Account.is(account), Account.is({}), account);
try {
  account.balance = -1;
} catch (error) {
  console.log(String(error));
}
class Savings extends Account {
  override tell(): string {
    return `${super.tell()} safely, ${new.target === undefined}`;
  }
  toString(): string {
    return 'Savings';
  }
}
console.log(new Savings().tell(), `${new Savings()}`, Savings.name, Object.getPrototypeOf(Savings) === Account);
const Mixed = (Parent: typeof Account) => class extends Parent {};
console.log(new (Mixed(Savings))() instanceof Savings);
