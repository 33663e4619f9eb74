#pragma once
// The commands that take a database as a whole: `takt migrate`, `doctor`, `backup`, `restore`,
// `dump` and `load`. Each tells on the standard output what it has done, and throws
// std::runtime_error where it can't be.

#include "cli/options.hpp"

namespace takt::cli {

void migrate(const Options& options);
/// The exit code: 1 where something is wrong.
int doctor(const Options& options);
void back_up(const Options& options);
void restore(const Options& options);
/// Tells on the standard error: the standard output may be the dump itself.
void dump(const Options& options);
void load(const Options& options);

}  // namespace takt::cli
