import * as fs from 'node:fs';

fs.writeFile('a.txt', 'written', (error) => {
  console.log('writeFile', error);
  fs.open('a.txt', 'r+', (error, fd) => {
    console.log('open', error, typeof fd);
    fs.read(fd, Buffer.alloc(4), 0, 4, 0, (error, bytes, buffer) => {
      console.log('read', error, bytes, buffer.toString());
      fs.write(fd, 'W', 0, (error, written, text) => {
        console.log('write', error, written, text);
        fs.fstat(fd, (error, stats) => {
          console.log('fstat', error, stats.size);
          fs.close(fd, (error) => {
            console.log('close', error);
            fs.readFile('a.txt', 'utf8', (error, text) => {
              console.log('readFile', error, text);
              fs.exists('nothing', (exists) => console.log('exists', exists));
            });
          });
        });
      });
    });
  });
});
try {
  fs.readFile('a.txt', 'utf8' as never);
} catch (error) {
  console.log((error as { code: string }).code, (error as Error).message);
}
