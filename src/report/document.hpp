#pragma once
// A document that flows over pages of A4, portrait: headings, paragraphs, facts and tables. No row
// is cut, a table's header stands on each of its pages, and each page says which of how many it is.

#include <string>
#include <utility>
#include <vector>

#include "report/paper.hpp"

namespace takt::report {

struct TableColumn {
  std::string header;
  double parts = 1;  ///< of the width, beside those of the other columns
  Align align = Align::left;
};

class Document {
 public:
  static constexpr double kLeft = 56;

  /// `whose`: who made it, at the foot; `link`: where it is seen in Takt, as a QR code; or nothing.
  Document(Paper& paper, int pages, const About& about, std::string whose, std::string link);

  Paper& paper() { return paper_; }
  double width() const { return paper_.width() - 2 * kLeft; }

  void title(const std::string& text);
  void lede(const Runs& text);
  /// Begins a part: it stays with what follows.
  void heading(const std::string& text);
  void subheading(const std::string& text);
  void paragraph(const std::string& text);
  void small(const std::string& text);
  void item(const Runs& text);
  /// What is known by a name; nothing where it is not known.
  void fact(const std::string& name, const std::string& text);
  void table(const std::vector<TableColumn>& columns,
             const std::vector<std::vector<std::string>>& rows);
  void space(double height) { y_ += height; }

  /// Room for something drawn by hand: where its top is.
  double place(double height);

  /// The foot of the last page.
  void end();

 private:
  void make_room(double height);
  /// A text of any length, which goes on on the next page.
  void flow(Tag tag, const Runs& text, const Type& type, double x, double width);
  void foot();

  Paper& paper_;
  int pages_;
  const About& about_;
  std::string whose_;
  std::string link_;
  double y_;
  double bottom_;
};

}  // namespace takt::report
