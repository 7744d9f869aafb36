#include "plugin_archive.h"

#include <QtCore/QtEndian>

#include <zip.h>

namespace verbale::session {

namespace {

/// Names that the library would refuse to add twice get another one first, of the same length.
void giveName(QByteArray &archive, const QByteArray &from, const QByteArray &to)
{
    archive.replace(from, to);
}

} // namespace

QByteArray packedPlugin(const PackedParts &parts)
{
    zip_source_t *source = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_source_keep(source);
    zip_t *archive = zip_open_from_source(source, ZIP_TRUNCATE, nullptr);
    QList<QPair<QByteArray, QByteArray>> names;
    for (const PackedPart &part : parts) {
        const QByteArray name = part.name.toUtf8();
        QByteArray added = name;
        if (zip_name_locate(archive, name.constData(), 0) >= 0) {
            added[0] = '~';
            names.append({added, name});
        }
        zip_source_t *bytes = zip_source_buffer(archive, part.bytes.constData(),
                                                static_cast<zip_uint64_t>(part.bytes.size()), 0);
        const zip_int64_t at = zip_file_add(archive, added.constData(), bytes, ZIP_FL_ENC_UTF_8);
        const auto index = static_cast<zip_uint64_t>(at);
        if (at >= 0 && part.unixMode != 0)
            zip_file_set_external_attributes(archive, index, 0, ZIP_OPSYS_UNIX, part.unixMode << 16);
        if (at >= 0 && !part.password.isEmpty())
            zip_file_set_encryption(archive, index, ZIP_EM_AES_256, part.password.constData());
    }
    zip_close(archive);
    zip_stat_t about;
    zip_source_stat(source, &about);
    QByteArray packed(static_cast<qsizetype>(about.size), '\0');
    zip_source_open(source);
    zip_source_read(source, packed.data(), about.size);
    zip_source_close(source);
    zip_source_free(source);
    for (const auto &[from, to] : names)
        giveName(packed, from, to);
    return packed;
}

QByteArray withSize(QByteArray archive, quint32 from, quint32 to)
{
    QByteArray before(4, '\0');
    QByteArray after(4, '\0');
    qToLittleEndian(from, before.data());
    qToLittleEndian(to, after.data());
    return archive.replace(before, after);
}

QByteArray pluginJson(const QByteArray &id, const QByteArray &version)
{
    return R"({"schema": "verbale.plugin/1", "id": ")" + id + R"(", "name": {"en": "Hello", "vi": "Xin chào"},
 "version": ")" +
           version + R"(", "sdk": ">=1.0 <2", "runs": "process", "command": ["python3", "main.py"],
 "provides": ["verbale.check/1"], "vendor": "Example"})";
}

} // namespace verbale::session
