#pragma once
// The fonts of printed pages, which are in the binary: see cmake/fonts.cmake.

#include <array>
#include <string_view>

namespace takt::report {

/// Inter in regular, medium, semibold and bold, and DejaVu Sans for what it lacks.
std::array<std::string_view, 5> fonts();

}  // namespace takt::report
