#pragma once
// A PDF as it is drawn, page by page. Lengths are in CSS pixels (96 an inch), as in the drafts,
// from the top left corner. Text is text: it can be copied and searched, its fonts are in the file,
// and what it is (heading, table …) is told by structure tags, so that it can be read aloud.
//
// The one place that knows cairo, Pango and qrencode.

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "report/book.hpp"

namespace takt::report {

enum class Format { portrait, landscape };  ///< of A4
enum class Weight { regular, medium, semibold, bold };
enum class Align { left, centre, right };

/// 0xRRGGBB, as in web/src/app/tokens.css, whose light look is that of paper.
using Colour = unsigned;

namespace colour {
inline constexpr Colour kInk = 0x16181d, kMuted = 0x4d5360, kFaint = 0x666c79, kLine = 0xe7e8eb,
                        kLineStrong = 0xd2d5da, kField = 0x8a909c, kTrack = 0xe6e8ec,
                        kHover = 0xf1f2f4, kSunken = 0xf8f8f7, kWhite = 0xffffff, kBrand = 0x1e55c3,
                        kBrandTint = 0xeff4fe, kOk = 0x17693e, kOkBack = 0xe2f3e8,
                        kOkMark = 0x2f9461, kWarn = 0x8a4e00, kWarnBack = 0xfdf0d8,
                        kWarnMark = 0xc47a12, kBad = 0xb3261e, kBadBack = 0xfde8e5,
                        kBadMark = 0xd2453b, kStale = 0x767d8a, kStaleBack = 0xeeeff2;
}  // namespace colour

/// How text is set.
struct Type {
  double size = 12;
  double line = 16;  ///< from one line to the next
  Weight weight = Weight::regular;
  Colour colour = colour::kInk;
  Align align = Align::left;
  int most_lines = 0;  ///< what is longer ends in …; 0: as many as it takes
};

/// A piece of a text that is set apart.
struct Run {
  std::string text;
  std::optional<Weight> weight{};
  std::optional<Colour> colour{};
};
using Runs = std::vector<Run>;

struct Point {
  double x = 0, y = 0;
};
struct Box {
  double x = 0, y = 0, width = 0, height = 0;
};

/// What a text is, in the words of PDF's standard structure; what is only for the eye has none.
enum class Tag { none, h1, h2, h3, p, caption, th, td, li, note };

class Paper {
 public:
  Paper(Format format, domain::Language language, About about);
  ~Paper();
  Paper(const Paper&) = delete;
  Paper& operator=(const Paper&) = delete;

  double width() const { return width_; }
  double height() const { return height_; }

  /// The height that the text takes in that width.
  double height_of(const Runs& text, const Type& type, double width) const;
  /// The width of the text in one line.
  double width_of(const Runs& text, const Type& type) const;
  /// The type as small as it takes for the text to stand in one line, for figures, which never
  /// break.
  Type fitted(const std::string& text, Type type, double width) const;
  /// The text as it breaks in that width, a line each.
  std::vector<Runs> lines(const Runs& text, const Type& type, double width) const;
  /// Writes from the top of its first line on; the height that it took. Long words break.
  double write(Tag tag, const Runs& text, const Type& type, double x, double y, double width);
  double write(Tag tag, std::string text, const Type& type, double x, double y, double width) {
    return write(tag, Runs{{std::move(text)}}, type, x, y, width);
  }

  /// Puts what `draw` writes into one element of the structure, as the rows of a table.
  void group(const char* element, const std::function<void()>& draw);

  void fill(const Box& box, Colour colour, double radius = 0, double opacity = 1);
  void frame(const Box& box, Colour colour, double radius = 0, double thickness = 1);
  void hatch(const Box& box, Colour colour, double radius = 0);
  void line(Point from, Point to, Colour colour, double thickness = 1, bool dashed = false);
  void course(const std::vector<Point>& points, Colour colour, double thickness = 2);
  void dot(Point centre, double radius, Colour colour);
  void ring(Point centre, double radius, Colour colour, double thickness = 1.5);
  void area(const std::vector<Point>& corners, Colour colour);
  /// The address as a QR code.
  void qr(const std::string& address, const Box& box);
  /// What lies in the box leads there.
  void link(const std::string& address, const Box& box);

  void next_page();
  int pages() const { return pages_; }

  /// The file; the paper has ended with it.
  std::string file();

 private:
  struct Surface;
  double width_;
  double height_;
  domain::Language language_;
  About about_;
  int pages_ = 1;
  std::unique_ptr<Surface> surface_;
};

/// Draws twice, so that each page can say how many there are: first to count, then for good.
std::string drawn(Format format, domain::Language language, const About& about,
                  const std::function<void(Paper&, int pages)>& draw);

}  // namespace takt::report
