#pragma once
// Files that Takt made, given to somebody else's reader.

#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

namespace takt::tests {

/// The standard output of a command.
inline std::string output_of(const std::string& command) {
  std::string out;
  auto* pipe = popen(command.c_str(), "r");
  char buffer[4096];
  while (const auto read = std::fread(buffer, 1, sizeof buffer, pipe)) out.append(buffer, read);
  EXPECT_EQ(0, pclose(pipe)) << command;
  return out;
}

/// A file that a command can read; gone with this object.
struct Stored {
  Stored(const std::string& file, const std::string& ending) {
    static int count = 0;
    const auto name = "takt_read_" + std::to_string(getpid()) + "_" + std::to_string(++count);
    path = (std::filesystem::temp_directory_path() / (name + ending)).string();
    std::ofstream(path, std::ios::binary) << file;
  }
  ~Stored() { std::filesystem::remove(path); }
  Stored(const Stored&) = delete;
  Stored& operator=(const Stored&) = delete;
  std::string path;
};

inline std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace takt::tests
