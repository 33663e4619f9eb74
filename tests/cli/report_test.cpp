// `takt report` as it is called: what it writes, where, and how it refuses.

#include "report/pdf.hpp"
#include "server.hpp"

namespace takt::tests {
namespace {

class Reports : public OnBothDatabases {
 protected:
  Reports() { std::filesystem::create_directories(folder); }
  ~Reports() override { std::filesystem::remove_all(folder); }

  std::string command(const std::string& more, const std::string& environment = "") const {
    const auto from =
        GetParam() == "PostgreSQL"
            ? " --database '" + database_.location + "'"
            : " --data " + std::filesystem::path(database_.location).parent_path().string();
    return "cd " + folder.string() + " && " + environment + " " TAKT_BINARY " report T1" + from +
           " " + more;
  }
  OpenedPdf open(const std::string& name) const { return OpenedPdf(content_of(folder / name)); }

  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("takt_report_" + new_id());
};

TEST_P(Reports, OnePagerIsWrittenForWhomIsSaidAndNamedByTheAccountAndTheDay) {
  const auto made = plan();
  const std::string to = "--public-address https://takt.example";
  const auto name = output_of(command("--format pdf " + to));
  EXPECT_TRUE(name.starts_with("Kurzfassung Teutonia 20")) << name;
  EXPECT_TRUE(name.ends_with(".pdf\n")) << name;
  const auto management = open(name.substr(0, name.size() - 1));
  EXPECT_EQ("takt report", management.info("Author"));
  EXPECT_NE(std::string::npos, management.text().find("10 Bestellungen"));
  EXPECT_NE(std::string::npos,
            management.links().find("https://takt.example/accounts/" + made.account));
  EXPECT_EQ("c.pdf\n", output_of(command("--format pdf --kind customer --output c.pdf " + to)));
  const auto customer = open("c.pdf");
  EXPECT_NE(std::string::npos, customer.text().find("Lieferanteil 40 auf 50 %"));
  EXPECT_EQ(std::string::npos, customer.text().find("10 Bestellungen"));
  EXPECT_EQ(std::string::npos, customer.links().find("takt.example"));
  output_of(command("--format pdf --kind team --language en --output en.pdf"));
  EXPECT_EQ("Teutonia: One-pager for the team", open("en.pdf").info("Title"));
}

TEST_P(Reports, UnknownKindOrFormatIsRefusedWithThoseThatThereAre) {
  account();
  const auto refused = [&](const std::string& more) {
    return output_of("(" + command(more) + ") 2>&1 || true");
  };
  const auto kind = refused("--format pdf --kind board");
  for (const auto* known : {"management", "team", "customer"})
    EXPECT_NE(kind.npos, kind.find(known)) << kind;
  const auto format = refused("--format odt");
  for (const auto* known : {"xlsx", "pdf"}) EXPECT_NE(format.npos, format.find(known)) << format;
  EXPECT_TRUE(std::filesystem::is_empty(folder));
}

/// The file without the second in which it was made, and what follows from it.
std::string untimed(std::string file) {
  for (const auto* timed : {"/CreationDate \\([^)]*\\)", "/ID \\[[^\\]]*\\]"})
    file = std::regex_replace(file, std::regex(timed), "");
  return file;
}

TEST_P(Reports, MachineWithoutFontsMakesTheSameFile) {
  plan();
  std::string with, without;
  // The minute stands on the page: a second turn if it has just passed.
  for (int turn = 0; turn < 2 && (turn == 0 || with != without); ++turn) {
    output_of(command("--format pdf --output with.pdf"));
    output_of(command("--format pdf --output without.pdf",
                      "FONTCONFIG_FILE=/dev/null FONTCONFIG_PATH=/nowhere HOME=/nowhere"));
    with = untimed(content_of(folder / "with.pdf"));
    without = untimed(content_of(folder / "without.pdf"));
  }
  EXPECT_LT(5000u, with.size());
  EXPECT_TRUE(with == without);
}

TAKT_ON_BOTH_DATABASES(Reports);

}  // namespace
}  // namespace takt::tests
