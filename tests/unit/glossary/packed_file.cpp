#include "packed_file.h"

#include <zip.h>

#include <cstdlib>

namespace verbale::glossary {

QByteArray packed(const Parts &parts, const char *password)
{
    zip_source_t *target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_source_keep(target);
    zip_t *zip = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
    if (zip == nullptr)
        std::abort();
    for (const auto &[name, bytes] : parts) {
        zip_source_t *source =
            zip_source_buffer(zip, bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0);
        const zip_int64_t index = zip_file_add(zip, name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8);
        if (index >= 0 && password != nullptr)
            (void)zip_file_set_encryption(zip, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256, password);
    }
    if (zip_close(zip) != 0 || zip_source_open(target) != 0)
        std::abort();
    QByteArray result;
    for (;;) {
        char piece[4096];
        const zip_int64_t got = zip_source_read(target, piece, sizeof piece);
        if (got <= 0)
            break;
        result.append(piece, static_cast<qsizetype>(got));
    }
    zip_source_close(target);
    zip_source_free(target);
    return result;
}

Parts Workbook::parts() const
{
    const QString main = QStringLiteral("http://schemas.openxmlformats.org/spreadsheetml/2006/main");
    const QString types =
        QStringLiteral("http://schemas.openxmlformats.org/officeDocument/2006/relationships");
    const QString package = QStringLiteral("http://schemas.openxmlformats.org/package/2006/relationships");
    Parts result;
    const auto add = [&](const QString &name, const QString &text) { result.append({name, text.toUtf8()}); };
    const auto relation = [&](const QString &id, const QString &type, const QString &target) {
        return QStringLiteral("<Relationship Id=\"%1\" Type=\"%2/%3\" Target=\"%4\"/>")
            .arg(id, types, type, target);
    };
    const auto relations = [&](const QString &inside) {
        return QStringLiteral("<Relationships xmlns=\"%1\">%2</Relationships>").arg(package, inside);
    };
    QString list;
    QString own =
        relation(QStringLiteral("s"), QStringLiteral("sharedStrings"), QStringLiteral("sharedStrings.xml")) +
        relation(QStringLiteral("t"), QStringLiteral("styles"), QStringLiteral("/xl/styles.xml"));
    for (qsizetype i = 0; i < sheets.size(); ++i) {
        const QString id = QStringLiteral("r%1").arg(i);
        const QString part = QStringLiteral("worksheets/sheet%1.xml").arg(i + 1);
        list += QStringLiteral("<sheet name=\"%1\" sheetId=\"%2\" r:id=\"%3\"/>")
                    .arg(sheets[i].first)
                    .arg(i + 1)
                    .arg(id);
        own += relation(id, QStringLiteral("worksheet"), part);
        add(QLatin1String("xl/") + part,
            QStringLiteral("<worksheet xmlns=\"%1\">%2</worksheet>").arg(main, sheets[i].second));
    }
    add(QStringLiteral("_rels/.rels"),
        relations(relation(QStringLiteral("w"), QStringLiteral("officeDocument"),
                           QStringLiteral("xl/workbook.xml"))));
    add(QStringLiteral("xl/workbook.xml"),
        QStringLiteral("<workbook xmlns=\"%1\" xmlns:r=\"%2\">%3<sheets>%4</sheets></workbook>")
            .arg(main, types, workbook, list));
    add(QStringLiteral("xl/_rels/workbook.xml.rels"), relations(own));
    add(QStringLiteral("xl/sharedStrings.xml"),
        QStringLiteral("<sst xmlns=\"%1\">%2</sst>").arg(main, strings));
    add(QStringLiteral("xl/styles.xml"),
        QStringLiteral("<styleSheet xmlns=\"%1\">%2</styleSheet>").arg(main, styles));
    return result;
}

} // namespace verbale::glossary
