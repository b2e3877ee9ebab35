/* The floor of a document: one pass over its bytes with the library that its format takes.

       floor_parse parse FILE        .docx, .xlsx: libzip and expat; .html: libxml2; else its lines
       floor_parse pack FILE OUT     the members of FILE from memory into a new zip

   Nothing is made of what is read. Prints seconds by the wall and of the processor. */
#define _XOPEN_SOURCE 700
#include <expat.h>
#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <zip.h>

static char block[1 << 16];
static unsigned long sum; /* of what was read, so that no reading is left out */

static double seconds(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void fail(const char* what) {
  fprintf(stderr, "floor_parse: %s\n", what);
  exit(3);
}

static void XMLCALL begins(void* data, const XML_Char* name, const XML_Char** attributes) {
  (void)data, (void)attributes;
  sum += (unsigned char)name[0];
}
static void XMLCALL ends(void* data, const XML_Char* name) {
  (void)data;
  sum += (unsigned char)name[0];
}
static void XMLCALL says(void* data, const XML_Char* text, int size) {
  (void)data;
  sum += (unsigned char)text[0] + (unsigned)size;
}

static void parse_member(zip_t* zip, const char* name) {
  zip_file_t* member = zip_fopen(zip, name, 0);
  if (!member) return;
  XML_Parser parser = XML_ParserCreate(NULL);
  XML_SetElementHandler(parser, begins, ends);
  XML_SetCharacterDataHandler(parser, says);
  for (zip_int64_t size; (size = zip_fread(member, block, sizeof block)) > 0;)
    if (XML_Parse(parser, block, (int)size, 0) != XML_STATUS_OK) fail(name);
  XML_ParserFree(parser);
  zip_fclose(member);
}

static void parse_zip(const char* path) {
  zip_t* zip = zip_open(path, ZIP_RDONLY, NULL);
  if (!zip) fail(path);
  for (const char** name = (const char*[]){"word/document.xml", "xl/sharedStrings.xml",
                                           "xl/worksheets/sheet1.xml", NULL};
       *name; ++name)
    parse_member(zip, *name);
  zip_discard(zip);
}

static void on_start(void* data, const xmlChar* name, const xmlChar** attributes) {
  (void)data, (void)attributes;
  sum += name[0];
}
static void on_end(void* data, const xmlChar* name) {
  (void)data;
  sum += name[0];
}
static void on_text(void* data, const xmlChar* text, int size) {
  (void)data;
  sum += text[0] + (unsigned)size;
}

static void parse_page(FILE* file) {
  htmlSAXHandler handler = {0};
  handler.startElement = on_start;
  handler.endElement = on_end;
  handler.characters = on_text;
  htmlParserCtxtPtr parser =
      htmlCreatePushParserCtxt(&handler, NULL, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
  for (size_t size; (size = fread(block, 1, sizeof block, file)) > 0;)
    htmlParseChunk(parser, block, (int)size, 0);
  htmlParseChunk(parser, block, 0, 1);
  htmlFreeParserCtxt(parser);
}

static void parse_lines(FILE* file) {
  char* line = NULL;
  size_t room = 0;
  for (ssize_t size; (size = getline(&line, &room, file)) > 0;)
    sum += (unsigned char)line[0] + (unsigned long)size;
  free(line);
}

typedef struct {
  char* name;
  char* bytes;
  zip_uint64_t size;
} Member;

static Member* unpacked(const char* path, zip_int64_t* count) {
  zip_t* zip = zip_open(path, ZIP_RDONLY, NULL);
  if (!zip) fail(path);
  *count = zip_get_num_entries(zip, 0);
  Member* members = calloc((size_t)*count, sizeof *members);
  for (zip_int64_t i = 0; i < *count; ++i) {
    zip_stat_t about;
    zip_stat_index(zip, (zip_uint64_t)i, 0, &about);
    members[i] = (Member){strdup(about.name), malloc(about.size + 1), about.size};
    zip_file_t* member = zip_fopen_index(zip, (zip_uint64_t)i, 0);
    if (!member || zip_fread(member, members[i].bytes, about.size) != (zip_int64_t)about.size)
      fail(about.name);
    zip_fclose(member);
  }
  zip_discard(zip);
  return members;
}

static void pack(const Member* members, zip_int64_t count, const char* out) {
  zip_t* zip = zip_open(out, ZIP_CREATE | ZIP_TRUNCATE, NULL);
  if (!zip) fail(out);
  for (zip_int64_t i = 0; i < count; ++i)
    zip_file_add(zip, members[i].name,
                 zip_source_buffer(zip, members[i].bytes, members[i].size, 0), 0);
  if (zip_close(zip) != 0) fail(out);
}

int main(int argc, char** argv) {
  const int packs = argc == 4 && strcmp(argv[1], "pack") == 0;
  if (!packs && !(argc == 3 && strcmp(argv[1], "parse") == 0)) {
    fprintf(stderr, "usage: floor_parse parse FILE | pack FILE OUT\n");
    return 2;
  }
  const char* ending = strrchr(argv[2], '.');
  const int is_zip = ending && (strcmp(ending, ".docx") == 0 || strcmp(ending, ".xlsx") == 0);
  zip_int64_t count = 0;
  const Member* members = packs ? unpacked(argv[2], &count) : NULL;
  FILE* file = is_zip ? NULL : fopen(argv[2], "rb");
  if (!is_zip && !file) fail(argv[2]);
  const double wall = seconds(CLOCK_MONOTONIC), processor = seconds(CLOCK_PROCESS_CPUTIME_ID);
  if (packs)
    pack(members, count, argv[3]);
  else if (is_zip)
    parse_zip(argv[2]);
  else if (ending && strcmp(ending, ".html") == 0)
    parse_page(file);
  else
    parse_lines(file);
  printf("%.6f %.6f\n", seconds(CLOCK_MONOTONIC) - wall,
         seconds(CLOCK_PROCESS_CPUTIME_ID) - processor);
  fprintf(stderr, "%lu\n", sum);
  return 0;
}
