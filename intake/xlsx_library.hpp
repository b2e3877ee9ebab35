// libxlsxwriter, opened when the first sheet is written.
#pragma once

#include <xlsxwriter.h>

#include "engine/base/error.hpp"

namespace duban::intake {

/// The functions of libxlsxwriter that sheet_writer.cpp calls. It has no
/// archive, and what few commands need is not loaded by all (docs/decisions/0007).
struct XlsxLibrary {
  decltype(&workbook_new_opt) book_new_opt;
  decltype(&workbook_add_worksheet) book_add_sheet;
  decltype(&workbook_add_format) book_add_format;
  decltype(&workbook_set_properties) book_set_properties;
  decltype(&workbook_close) book_close;
  decltype(&worksheet_write_string) sheet_write_string;
  decltype(&worksheet_set_column) sheet_set_column;
  decltype(&worksheet_freeze_panes) sheet_freeze_panes;
  decltype(&format_set_text_wrap) set_text_wrap;
  decltype(&format_set_bold) set_bold;
  decltype(&format_set_align) set_align;
  decltype(&format_set_num_format_index) set_number_format;
  decltype(&lxw_strerror) strerror;
};

/// Opened by the first call and kept. Errc::io when the machine has no libxlsxwriter, or not this
/// one.
Result<const XlsxLibrary*> xlsx_library();

}  // namespace duban::intake
