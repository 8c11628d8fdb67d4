#!/usr/bin/env node
exports.e = typeof module;
