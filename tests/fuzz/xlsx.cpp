// The XML of a .xlsx, to a plan.
#include "tests/fuzz/members.hpp"
#include "tests/fuzz/promises.hpp"

namespace duban::fuzz {

DUBAN_FUZZ_TARGET(xlsx) {
  static const Members otherwise{
      {"xl/workbook.xml", "<workbook><sheets><sheet name='s' r:id='1'/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels",
       "<Relationships><Relationship Id='1' Type='worksheet' Target='worksheets/sheet1.xml'/>"
       "<Relationship Id='2' Type='sharedStrings' Target='sharedStrings.xml'/>"
       "<Relationship Id='3' Type='styles' Target='styles.xml'/></Relationships>"}};
  check_plan(scratch_file("plan.xlsx",
                          zip_of(split_members(input, "xl/worksheets/sheet1.xml"), otherwise)));
}

}  // namespace duban::fuzz
