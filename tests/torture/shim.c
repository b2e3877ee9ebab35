/* A disk that fails on demand: loaded with LD_PRELOAD before duban, by tests/torture.
 *
 * It numbers the calls that change files below one folder, 1, 2, 3 …, and spoils the one it is told
 * to: refuses it, cuts it short, or kills its own process before or after it. It can also write
 * down each of these calls with its bytes, from which tests/torture/power.py makes the files that a
 * power failure may leave. What is not below the folder is untouched. Not for threads that write.
 *
 *   TORTURE_FOLDER   the folder, absolute and without symbolic links; without it nothing happens
 *   TORTURE_AT       number of the call to spoil; 0 for none
 *   TORTURE_FAULT    eio | enospc | edquot | einval   the call fails and does nothing
 *                    short                   a write takes half of its bytes, as it may
 *                    cut                     the same, and the next write finds the disk full
 *                    kill | killed           SIGKILL before the call, or after it
 *   TORTURE_ONLY     spoil only calls of this kind: write, sync, name, size; others pass. With
 *                    read, the calls that read files are numbered instead
 *   TORTURE_FOR_EVER from the chosen call on, every one (of the kind) fails the same way
 *   TORTURE_STATE    a file of sizeof(struct state) bytes, shared with the driver, which can read
 * it after a kill; struct state is its layout TORTURE_JOURNAL  a file that takes a record of each
 * call: a line "KIND\tPATH\tA\tB\n", B bytes; A is an offset or a size
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

/* The workspace's write lock: this byte of the -shm file; beside it those of a recovery. */
enum { write_lock_byte = 120, checkpoint_lock_byte = 121, recovery_lock_byte = 122 };

struct state {
  int64_t calls;    /* that were numbered */
  int64_t spoiled;  /* of these */
  int64_t locked;   /* 1 while this process holds the write lock of a transaction */
  int64_t lockings; /* how often it took it */
  char kind[16];    /* of the first spoiled call */
  char path[488];
};

static struct state own_state;
static struct state* state = &own_state;
static char folder[PATH_MAX];
static const char *fault = "", *only = "";
static int64_t chosen;
static int for_ever, disk_is_full, journal = -1;

static void* real(const char* name) {
  void* function = dlsym(RTLD_NEXT, name);
  if (!function) abort();
  return function;
}
#define REAL(name) ((__typeof__(&name))real(#name))

__attribute__((constructor)) static void start(void) {
  const char* value = getenv("TORTURE_FOLDER");
  if (!value) return;
  snprintf(folder, sizeof folder, "%s/", value);
  if ((value = getenv("TORTURE_AT"))) chosen = atoll(value);
  if ((value = getenv("TORTURE_FAULT"))) fault = value;
  if ((value = getenv("TORTURE_ONLY"))) only = value;
  for_ever = getenv("TORTURE_FOR_EVER") != NULL;
  if ((value = getenv("TORTURE_STATE"))) {
    const int file = (int)syscall(SYS_openat, AT_FDCWD, value, O_RDWR | O_CLOEXEC, 0);
    void* page = mmap(NULL, sizeof *state, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (page == MAP_FAILED) abort();
    state = page;
    syscall(SYS_close, file);
  }
  if ((value = getenv("TORTURE_JOURNAL"))) {
    const int flags = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC;
    journal = (int)syscall(SYS_openat, AT_FDCWD, value, flags, 0600);
    if (journal < 0) abort();
    journal = fcntl(journal, F_DUPFD_CLOEXEC, 900); /* out of the way */
  }
}

/* Whether the path lies below the folder; `out` takes it without the folder. */
static int inside(const char* path, char* out) {
  char whole[2 * PATH_MAX];
  if (!folder[0] || !path) return 0;
  if (path[0] == '/') {
    snprintf(whole, sizeof whole, "%s", path);
  } else {
    char here[PATH_MAX];
    if (!getcwd(here, sizeof here)) return 0;
    snprintf(whole, sizeof whole, "%s/%s", here, path);
  }
  if (strncmp(whole, folder, strlen(folder)) != 0) {
    const size_t length = strlen(folder) - 1; /* the folder itself: its own syncs */
    if (strncmp(whole, folder, length) != 0 || whole[length] != '\0') return 0;
    strcpy(out, ".");
    return 1;
  }
  snprintf(out, PATH_MAX, "%s", whole + strlen(folder));
  return 1;
}

static int inside_file(int file, char* out) {
  char link[64], path[PATH_MAX];
  if (!folder[0] || file < 0) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  const ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = '\0';
  return inside(path, out);
}

static void record(const char* kind, const char* path, int64_t a, const void* bytes, size_t count) {
  char line[PATH_MAX + 64];
  if (journal < 0) return;
  const int length =
      snprintf(line, sizeof line, "%s\t%s\t%lld\t%zu\n", kind, path, (long long)a, count);
  struct iovec parts[] = {{line, (size_t)length}, {(void*)bytes, count}};
  if (syscall(SYS_writev, journal, parts, 2) != length + (long)count) abort();
}

enum verdict { go_on, refuse, halve, die_after };

/* Numbers the call and says what becomes of it; errno is set when it is refused. */
static enum verdict judge(const char* kind, const char* path) {
  if ((strcmp(only, "read") == 0) != (strcmp(kind, "read") == 0)) return go_on;
  const int64_t number = ++state->calls;
  const int is_write = strcmp(kind, "write") == 0;
  if (disk_is_full && is_write) {
    errno = ENOSPC;
    return refuse;
  }
  if (chosen == 0 || number < chosen || (number > chosen && !for_ever)) return go_on;
  if (only[0] && strcmp(only, kind) != 0) return go_on;
  const int halves = strcmp(fault, "short") == 0 || strcmp(fault, "cut") == 0;
  if (halves && !is_write) return go_on;
  if (state->spoiled++ == 0) {
    snprintf(state->kind, sizeof state->kind, "%s", kind);
    snprintf(state->path, sizeof state->path, "%.*s", (int)sizeof state->path - 1, path);
  }
  if (strcmp(fault, "kill") == 0) kill(getpid(), SIGKILL);
  if (strcmp(fault, "killed") == 0) return die_after;
  if (halves) {
    disk_is_full = strcmp(fault, "cut") == 0;
    return halve;
  }
  record("failed", kind, 0, path, strlen(path));
  errno = strcmp(fault, "eio") == 0      ? EIO
          : strcmp(fault, "edquot") == 0 ? EDQUOT
          : strcmp(fault, "einval") == 0 ? EINVAL
                                         : ENOSPC;
  return refuse;
}

static void end(enum verdict verdict) {
  if (verdict == die_after) kill(getpid(), SIGKILL);
}

/* Bytes */

static ssize_t put(int file, const void* bytes, size_t count, off64_t at) {
  char path[PATH_MAX];
  if (!inside_file(file, path)) {
    const ssize_t done = at < 0 ? syscall(SYS_write, file, bytes, count)
                                : syscall(SYS_pwrite64, file, bytes, count, at);
    /* What people have read by then must be there for ever. */
    if (file == STDOUT_FILENO && done > 0) record("said", "", 0, bytes, (size_t)done);
    return done;
  }
  const enum verdict verdict = judge("write", path);
  if (verdict == refuse) return -1;
  if (verdict == halve && count > 1) count /= 2;
  const off64_t place = at < 0 ? lseek64(file, 0, SEEK_CUR) : at;
  const ssize_t done = at < 0 ? syscall(SYS_write, file, bytes, count)
                              : syscall(SYS_pwrite64, file, bytes, count, at);
  if (done > 0) record("write", path, place, bytes, (size_t)done);
  end(verdict);
  return done;
}

ssize_t write(int file, const void* bytes, size_t count) { return put(file, bytes, count, -1); }
ssize_t pwrite(int file, const void* bytes, size_t count, off_t at) {
  return put(file, bytes, count, at);
}
ssize_t pwrite64(int file, const void* bytes, size_t count, off64_t at) {
  return put(file, bytes, count, at);
}
ssize_t writev(int file, const struct iovec* parts, int count) {
  ssize_t all = 0;
  for (int i = 0; i < count; ++i) {
    const ssize_t done = put(file, parts[i].iov_base, parts[i].iov_len, -1);
    if (done < 0) return all > 0 ? all : -1;
    all += done;
    if ((size_t)done < parts[i].iov_len) break;
  }
  return all;
}

static ssize_t get(int file, void* bytes, size_t count, off64_t at) {
  char path[PATH_MAX];
  if (strcmp(only, "read") == 0 && inside_file(file, path) && judge("read", path) == refuse)
    return -1;
  return at < 0 ? syscall(SYS_read, file, bytes, count)
                : syscall(SYS_pread64, file, bytes, count, at);
}

ssize_t read(int file, void* bytes, size_t count) { return get(file, bytes, count, -1); }
ssize_t pread(int file, void* bytes, size_t count, off_t at) { return get(file, bytes, count, at); }
ssize_t pread64(int file, void* bytes, size_t count, off64_t at) {
  return get(file, bytes, count, at);
}

static int resize(int file, off64_t size) {
  char path[PATH_MAX];
  if (!inside_file(file, path)) return (int)syscall(SYS_ftruncate, file, size);
  const enum verdict verdict = judge("size", path);
  if (verdict == refuse) return -1;
  const int result = (int)syscall(SYS_ftruncate, file, size);
  if (result == 0) record("size", path, size, NULL, 0);
  end(verdict);
  return result;
}
int ftruncate(int file, off_t size) { return resize(file, size); }
int ftruncate64(int file, off64_t size) { return resize(file, size); }

static int sync_file(int file, long call) {
  char path[PATH_MAX];
  if (!inside_file(file, path)) return (int)syscall(call, file);
  const enum verdict verdict = judge("sync", path);
  if (verdict == refuse) return -1;
  const int result = (int)syscall(call, file);
  if (result == 0) record("sync", path, 0, NULL, 0);
  end(verdict);
  return result;
}
int fsync(int file) { return sync_file(file, SYS_fsync); }
int fdatasync(int file) { return sync_file(file, SYS_fdatasync); }

/* Names */

static int rename_from(int from_folder, const char* from, int to_folder, const char* to) {
  char old_path[PATH_MAX], path[PATH_MAX];
  const int ours = from_folder == AT_FDCWD && inside(from, old_path) && inside(to, path);
  const enum verdict verdict = ours ? judge("name", path) : go_on;
  if (verdict == refuse) return -1;
  const int result = (int)syscall(SYS_renameat, from_folder, from, to_folder, to);
  if (ours && result == 0) record("rename", old_path, 0, path, strlen(path));
  end(verdict);
  return result;
}
int rename(const char* from, const char* to) { return rename_from(AT_FDCWD, from, AT_FDCWD, to); }
int renameat(int from_folder, const char* from, int to_folder, const char* to) {
  return rename_from(from_folder, from, to_folder, to);
}

int renameat2(int from_folder, const char* from, int to_folder, const char* to, unsigned flags) {
  struct stat known;
  if ((flags & RENAME_NOREPLACE) && fstatat(to_folder, to, &known, AT_SYMLINK_NOFOLLOW) == 0) {
    errno = EEXIST;
    return -1;
  }
  return rename_from(from_folder, from, to_folder, to);
}

int link(const char* from, const char* to) {
  char path[PATH_MAX], old_path[PATH_MAX];
  const int ours = inside(from, old_path) && inside(to, path);
  const enum verdict verdict = ours ? judge("name", path) : go_on;
  if (verdict == refuse) return -1;
  const int result = (int)syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
  if (ours && result == 0) record("link", old_path, 0, path, strlen(path));
  end(verdict);
  return result;
}

static int remove_name(int around, const char* name, int flags) {
  char path[PATH_MAX];
  if (around != AT_FDCWD && inside_file(around, path)) {
    char whole[2 * PATH_MAX];
    snprintf(whole, sizeof whole, "%s%s/%s", folder, path, name);
    if (!inside(whole, path)) return (int)syscall(SYS_unlinkat, around, name, flags);
  } else if (!inside(name, path)) {
    return (int)syscall(SYS_unlinkat, around, name, flags);
  }
  struct stat known;
  const int there = fstatat(around, name, &known, AT_SYMLINK_NOFOLLOW) == 0;
  const enum verdict verdict = there ? judge("name", path) : go_on;
  if (verdict == refuse) return -1;
  const int result = (int)syscall(SYS_unlinkat, around, name, flags);
  if (result == 0) record(flags & AT_REMOVEDIR ? "rmdir" : "unlink", path, 0, NULL, 0);
  end(verdict);
  return result;
}
int unlink(const char* name) { return remove_name(AT_FDCWD, name, 0); }
int rmdir(const char* name) { return remove_name(AT_FDCWD, name, AT_REMOVEDIR); }
int unlinkat(int around, const char* name, int flags) { return remove_name(around, name, flags); }

int mkdir(const char* name, mode_t mode) {
  char path[PATH_MAX];
  const int ours = inside(name, path) && access(name, F_OK) != 0;
  const enum verdict verdict = ours ? judge("name", path) : go_on;
  if (verdict == refuse) return -1;
  const int result = (int)syscall(SYS_mkdir, name, mode);
  if (ours && result == 0) record("mkdir", path, 0, NULL, 0);
  end(verdict);
  return result;
}

char* mkdtemp(char* name) {
  char path[PATH_MAX];
  const int ours = inside(name, path);
  const enum verdict verdict = ours ? judge("name", path) : go_on;
  if (verdict == refuse) return NULL;
  char* result = REAL(mkdtemp)(name);
  if (ours && result && inside(result, path)) record("mkdir", path, 0, NULL, 0);
  end(verdict);
  return result;
}

/* An open that makes a file or empties one. */
static enum verdict judge_open(const char* name, int flags, char* path, const char** kind) {
  *kind = NULL;
  if (!inside(name, path)) return go_on;
  const int there = access(name, F_OK) == 0;
  if (!there && (flags & O_CREAT)) *kind = "create";
  if (there && (flags & O_TRUNC)) *kind = "size";
  if (!*kind) return go_on;
  return judge(there ? "size" : "name", path);
}

static int open_at(int around, const char* name, int flags, mode_t mode) {
  char path[PATH_MAX];
  const char* kind = NULL;
  const enum verdict verdict = around == AT_FDCWD ? judge_open(name, flags, path, &kind) : go_on;
  if (verdict == refuse) return -1;
  const int file = (int)syscall(SYS_openat, around, name, flags, mode);
  if (kind && file >= 0) record(kind, path, 0, NULL, 0);
  end(verdict);
  return file;
}

#define MODE(flags)                        \
  mode_t mode = 0;                         \
  if ((flags) & (O_CREAT | __O_TMPFILE)) { \
    va_list rest;                          \
    va_start(rest, flags);                 \
    mode = va_arg(rest, mode_t);           \
    va_end(rest);                          \
  }
int open(const char* name, int flags, ...) {
  MODE(flags)
  return open_at(AT_FDCWD, name, flags, mode);
}
int open64(const char* name, int flags, ...) {
  MODE(flags)
  return open_at(AT_FDCWD, name, flags, mode);
}
int openat(int around, const char* name, int flags, ...) {
  MODE(flags)
  return open_at(around, name, flags, mode);
}
FILE* fopen64(const char* name, const char* mode) {
  char path[PATH_MAX];
  const char* kind = NULL;
  const int flags = mode[0] == 'w' ? O_CREAT | O_TRUNC : mode[0] == 'a' ? O_CREAT : 0;
  const enum verdict verdict = judge_open(name, flags, path, &kind);
  if (verdict == refuse) return NULL;
  FILE* file = REAL(fopen64)(name, mode);
  if (kind && file) record(kind, path, 0, NULL, 0);
  end(verdict);
  return file;
}

/* Locks: nothing is spoiled, but the driver wants to know when a transaction is open. */

int fcntl64(int file, int command, ...) {
  va_list rest;
  va_start(rest, command);
  void* argument = va_arg(rest, void*);
  va_end(rest);
  const int result = (int)syscall(SYS_fcntl, file, command, argument);
  if (command != F_SETLK || result != 0 || !folder[0]) return result;
  const struct flock64* lock = argument;
  const int64_t last = lock->l_len == 0 ? INT64_MAX : lock->l_start + lock->l_len - 1;
  char path[PATH_MAX];
  if (lock->l_start > recovery_lock_byte || last < write_lock_byte) return result;
  if (!inside_file(file, path) || !strstr(path, "-shm")) return result;
  if (lock->l_type == F_UNLCK && lock->l_start <= write_lock_byte) {
    state->locked = 0;
  } else if (lock->l_type == F_WRLCK && lock->l_start == write_lock_byte) {
    state->locked = 1;
    ++state->lockings;
  } else if (lock->l_type == F_WRLCK && lock->l_start == checkpoint_lock_byte && state->locked) {
    state->locked = 0; /* it was no transaction, but whoever opens the log first */
    --state->lockings;
  }
  return result;
}
