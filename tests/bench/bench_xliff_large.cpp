#include "formats/bilingual.h"
#include "text/file_io.h"
#include "xliff_floors.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <functional>
#include <random>
#include <string>

using namespace verbale;

namespace {

constexpr int rounds = 5;

/// What a task costs, measured in a process of its own.
struct Cost
{
    double cpu = 0;  ///< seconds
    double wall = 0; ///< seconds
    double peak = 0; ///< MB of memory
};

double now(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

/// A stopwatch for the part of a task that counts.
class Part
{
public:
    Part() : m_cpu(now(CLOCK_PROCESS_CPUTIME_ID)), m_wall(now(CLOCK_MONOTONIC)) {}
    void print() const
    {
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        std::printf("%.6f %.6f %ld\n", now(CLOCK_PROCESS_CPUTIME_ID) - m_cpu, now(CLOCK_MONOTONIC) - m_wall,
                    usage.ru_maxrss);
        std::fflush(stdout);
    }

private:
    double m_cpu;
    double m_wall;
};

bool copyFile(const QString &from, const QString &to)
{
    QFile in(from);
    QFile out(to);
    if (!in.open(QIODevice::ReadOnly | QIODevice::Unbuffered) ||
        !out.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return false;
    QByteArray piece(1024 * 1024, '\0');
    for (;;) {
        const qint64 got = in.read(piece.data(), piece.size());
        if (got <= 0)
            return got == 0 && fsync(out.handle()) == 0;
        if (out.write(piece.constData(), got) != got)
            return false;
    }
}

Result<xliff::ReadXliff> opened(const QString &path)
{
    const Result<OriginalBytes> bytes = bilingual::openFile(path);
    return bytes ? bilingual::read(*bytes, path) : Result<xliff::ReadXliff>(bytes.error());
}

bool save(const Document &document, const QString &path)
{
    return text::writeFileAtomically(
               path, [&document](QIODevice &device) { return bilingual::patchTo(document, device); })
        .ok();
}

/// Runs in the child: the part that counts is printed, and the process ends without tidying up.
int task(const std::string &name, const char *file)
{
    const QString path = QFile::decodeName(file);
    const QString output = path + QLatin1String(".out");
    bool done = true;
    const Part part;
    if (name == "pugixml")
        done = floors::readWithPugixml(file);
    else if (name == "expat")
        done = floors::readWithExpat(file) > 0;
    else if (name == "expat, written")
        done = floors::copyWithExpat(file, QFile::encodeName(output).constData()) > 0;
    else if (name == "copy")
        done = copyFile(path, output);
    else if (name != "nothing") {
        auto document = opened(path);
        if (!document)
            std::fprintf(stderr, "%s\n", qPrintable(document.error().text()));
        done = document.ok();
        if (done && name == "read, written") {
            done = save(document->document, output);
        } else if (done && name == "save one edit") {
            Segment &segment = document->document.units[document->document.units.size() / 2].segments[0];
            segment.target.text = QStringLiteral("The Conference adopted the Statement.");
            segment.target.codes.clear();
            segment.hasTarget = true;
            const Part saving;
            done = save(document->document, output);
            saving.print();
            _exit(done ? 0 : 1);
        }
        if (done) {
            part.print();
            _exit(0);
        }
    }
    part.print();
    _exit(done ? 0 : 1);
}

/// The best of a few runs.
Cost measure(const char *name, const QByteArray &file)
{
    Cost best{1e9, 1e9, 1e9};
    for (int i = 0; i < rounds; ++i) {
        std::array<int, 2> ends{};
        if (pipe(ends.data()) != 0)
            std::abort();
        const pid_t child = fork();
        if (child == 0) {
            dup2(ends[1], STDOUT_FILENO);
            execl("/proc/self/exe", "bench", "--task", name, file.constData(), nullptr);
            _exit(1);
        }
        close(ends[1]);
        double cpu = 0;
        double wall = 0;
        long peak = 0;
        FILE *output = fdopen(ends[0], "r");
        const bool read = std::fscanf(output, "%lf %lf %ld", &cpu, &wall, &peak) == 3;
        std::fclose(output);
        int status = 0;
        waitpid(child, &status, 0);
        if (!read || status != 0) {
            std::printf("%s failed\n", name);
            return {0, 0, 0};
        }
        best = {std::min(best.cpu, cpu), std::min(best.wall, wall),
                std::min(best.peak, static_cast<double>(peak) / 1024)};
    }
    std::printf("%-18s %7.3f s CPU %7.3f s wall %8.1f MB\n", name, best.cpu, best.wall, best.peak);
    std::fflush(stdout);
    return best;
}

/// Units like those of a translator's file: some 160 bytes of Vietnamese, a target in seven of ten, codes in
/// four of ten.
void generate(const QString &path, int units, bool older)
{
    static const std::array<const char *, 8> clauses{
        "Hội nghị Cấp cao hoan nghênh kết quả hợp tác giữa các nước",
        "Bộ trưởng Ngoại giao nhấn mạnh vai trò",
        "hai bên nhất trí tăng cường tin cậy chính trị",
        "Thứ trưởng tiếp Đại sứ các nước Đông Nam Á",
        "đề nghị sớm ký kết Hiệp định",
        "nâng cao hiệu quả các cơ chế đối thoại hiện có",
        "ủng hộ lập trường về Biển Đông",
        "thúc đẩy giao lưu nhân dân và du lịch"};
    static const std::array<const char *, 6> words{"cooperation",         "welcomed the",
                                                   "Summit of ASEAN",     "and the Ministers",
                                                   "peace and stability", "agreement"};
    std::mt19937 random(7);
    const auto pick = [&random](const auto &list) { return std::string(list[random() % list.size()]); };
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        std::abort();
    const auto put = [&file](const std::string &text) {
        file.write(text.data(), static_cast<qint64>(text.size()));
    };
    put(older ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff version=\"1.2\" "
                "xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">\n<file original=\"doc.html\" "
                "source-language=\"vi\" target-language=\"en\" datatype=\"html\">\n<body>\n"
              : "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff version=\"2.1\" "
                "xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" srcLang=\"vi\" trgLang=\"en\">\n<file "
                "id=\"f1\" "
                "original=\"doc.html\">\n");
    for (int i = 0; i < units; ++i) {
        const bool hasCode = random() % 10 < 4;
        const std::string open = !hasCode ? ""
                                 : older  ? "<g id=\"1\" ctype=\"bold\">"
                                          : "<pc id=\"1\" type=\"fmt\" subType=\"xlf:b\">";
        const std::string close = !hasCode ? "" : older ? "</g>" : "</pc>";
        const std::string source =
            pick(clauses) + ", " + open + pick(clauses) + close + ", " + pick(clauses) + '.';
        std::string target = open + pick(words) + close;
        for (int k = 0; k < 8; ++k)
            target += ' ' + pick(words);
        const std::string id = std::to_string(i);
        const bool hasTarget = random() % 10 < 7;
        if (i % 50 == 0)
            put((i == 0 ? "" : "</group>\n") + std::string("<group id=\"g") + id + "\">\n");
        if (older)
            put("<trans-unit id=\"u" + id + "\" xml:space=\"preserve\">\n<source>" + source + "</source>\n" +
                (hasTarget ? "<target state=\"translated\">" + target + "</target>\n" : "") +
                "</trans-unit>\n");
        else
            put("<unit id=\"u" + id + "\">\n<segment id=\"s1\"" + (hasTarget ? " state=\"translated\"" : "") +
                ">\n<source xml:space=\"preserve\">" + source + "</source>\n" +
                (hasTarget ? "<target xml:space=\"preserve\">" + target + "</target>\n" : "") +
                "</segment>\n</unit>\n");
    }
    put(older ? "</group>\n</body>\n</file>\n</xliff>\n" : "</group>\n</file>\n</xliff>\n");
}

bool kept = true;

void judge(const char *what, double value, double most)
{
    const bool holds = value <= most;
    std::printf("  %-34s %6.2f (at most %.2f)%s\n", what, value, most, holds ? "" : "  BROKEN");
    kept = kept && holds;
}

void compare(const QByteArray &file, int units)
{
    const double megabytes = static_cast<double>(QFile(QFile::decodeName(file)).size()) / 1e6;
    std::printf("%s: %d units, %.1f MB\n", file.constData(), units, megabytes);
    const Cost nothing = measure("nothing", file);
    const Cost pugixml = measure("pugixml", file);
    const Cost expat = measure("expat", file);
    const Cost read = measure("read", file);
    const Cost written = measure("read, written", file);
    const Cost copy = measure("copy", file);
    const Cost saved = measure("save one edit", file);
    if (pugixml.cpu > 0)
        judge("read, pugixml is 1", read.cpu / pugixml.cpu, 4);
    judge("read, expat into structs is 1", read.cpu / expat.cpu, 1.5);
    judge("KB a unit at peak", (read.peak - nothing.peak) * 1024 / units, 1.0);
    judge("read and write, s of 100,000 units", written.cpu * 100000 / units, 0.6);
    judge("save one edit, CPU, a copy is 1", saved.cpu / copy.cpu, 2);
    judge("save one edit, wall, a copy is 1", saved.wall / copy.wall, 2);
}

} // namespace

/// A large file is read within a few times what bare libraries need, in little memory, and saved as fast as
/// it is copied. Without arguments it makes files of 100,000 units; `bench_xliff_large FILE UNITS` takes one.
int main(int count, char **arguments)
{
    if (count == 4 && std::strcmp(arguments[1], "--task") == 0)
        return task(arguments[2], arguments[3]);
    if (count == 3) {
        compare(arguments[1], std::atoi(arguments[2]));
        return kept ? 0 : 1;
    }
    const QTemporaryDir folder;
    constexpr int units = 100000;
    for (const bool older : {false, true}) {
        const QString path = folder.filePath(QLatin1String(older ? "large-1.2.xlf" : "large-2.1.xlf"));
        generate(path, units, older);
        compare(QFile::encodeName(path), units);
    }
    return kept ? 0 : 1;
}
