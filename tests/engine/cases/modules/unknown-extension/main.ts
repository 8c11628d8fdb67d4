import './notes.txt';
