#pragma once
// A PDF as poppler reads it, which knows nothing of us.

#include <regex>
#include <sstream>
#include <vector>

#include "report/read_back.hpp"

namespace takt::tests {

class OpenedPdf {
 public:
  explicit OpenedPdf(const std::string& file) : bytes_(file), stored_(file, ".pdf") {
    info_ = output_of("pdfinfo " + stored_.path);
  }

  /// All that stands there, with one blank wherever there is any room.
  std::string text(int page = 0) const {
    const auto pages =
        page > 0 ? " -f " + std::to_string(page) + " -l " + std::to_string(page) : "";
    return in_one(output_of("pdftotext -raw" + pages + " " + stored_.path + " -"));
  }
  /// What pdfinfo tells: `info("Title")`.
  std::string info(const std::string& label) const {
    std::istringstream lines(info_);
    for (std::string line; std::getline(lines, line);)
      if (line.starts_with(label + ":"))
        return line.substr(std::min(line.size(), line.find_first_not_of(' ', label.size() + 1)));
    return "";
  }
  int pages() const { return std::stoi(info("Pages")); }
  bool is_in(const std::string& language) const {
    return bytes_.find("/Lang (" + language + ")") != bytes_.npos;
  }
  /// The tree of its structure, with the texts of the elements.
  std::string structure() const { return output_of("pdfinfo -struct-text " + stored_.path); }
  /// The addresses that it leads to.
  std::string links() const { return output_of("pdfinfo -url " + stored_.path); }
  /// A line for each font: name, type, encoding, embedded …
  std::vector<std::string> fonts() const {
    std::istringstream lines(output_of("pdffonts " + stored_.path));
    std::vector<std::string> out;
    for (std::string line; std::getline(lines, line);) out.push_back(line);
    out.erase(out.begin(), out.begin() + 2);  // the head
    return out;
  }
  struct Word {
    std::string text;
    double left, top, right, bottom;
  };
  /// Where each word of the page stands, in points.
  std::vector<Word> words(int page = 1) const {
    const auto one = std::to_string(page);
    const auto found =
        output_of("pdftotext -bbox -f " + one + " -l " + one + " " + stored_.path + " -");
    static const std::regex word(
        R"re(<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>)re");
    std::vector<Word> out;
    for (std::sregex_iterator at(found.begin(), found.end(), word), end; at != end; ++at)
      out.push_back({(*at)[5], std::stod((*at)[1]), std::stod((*at)[2]), std::stod((*at)[3]),
                     std::stod((*at)[4])});
    return out;
  }

 private:
  static std::string in_one(const std::string& text) {
    return std::regex_replace(text, std::regex("[\\s\f]+"), " ");
  }
  std::string bytes_;
  Stored stored_;
  std::string info_;
};

/// How often `part` is in the text.
inline int times(const std::string& text, const std::string& part) {
  int count = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

}  // namespace takt::tests
