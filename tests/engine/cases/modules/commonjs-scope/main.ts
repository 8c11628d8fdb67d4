// What a CommonJS file finds around itself.
import './scope.cjs';
