#pragma once
// What cairo 1.16 can't say of a PDF. The one place that knows qpdf.

#include <string>

namespace takt::report {

/// The file with its language (as `de-DE`), that it has tags and shows its title, and with its
/// elements in one tree.
std::string completed(const std::string& file, const std::string& language);

}  // namespace takt::report
