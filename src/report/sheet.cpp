#include "report/sheet.hpp"

#include "report/figures.hpp"

namespace takt::report {

Cell computed(const std::optional<double>& value, int decimals) {
  return value ? Cell(shown_value(*value, decimals)) : Cell();
}

std::vector<Column> list_columns(domain::Language language, const std::vector<ColumnWords>& words) {
  std::vector<Column> out;
  out.reserve(words.size() + 1);
  for (const auto& [header, width] : words)
    out.push_back({std::string(header.in(language)), width});
  out.push_back({std::string(Word{"Kennung", "Id"}.in(language)), Width::usual, true});
  return out;
}

}  // namespace takt::report
