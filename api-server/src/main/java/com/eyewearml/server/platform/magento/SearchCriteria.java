package com.eyewearml.server.platform.magento;

import static com.eyewearml.server.platform.QueryParameters.rfc3986;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A query of Magento's lists: all filters must hold, pages are in the order of ids. */
final class SearchCriteria {
    private final List<String> parameters = new ArrayList<>();
    private int groups;

    private SearchCriteria() { }

    static SearchCriteria page(int number, int size) {
        SearchCriteria criteria = new SearchCriteria();
        criteria.add("searchCriteria[pageSize]", Integer.toString(size));
        criteria.add("searchCriteria[currentPage]", Integer.toString(number));
        return criteria;
    }

    SearchCriteria where(String field, String condition, String value) {
        String filter = "searchCriteria[filter_groups][" + groups++ + "][filters][0]";
        add(filter + "[field]", field);
        add(filter + "[condition_type]", condition);
        add(filter + "[value]", value);
        return this;
    }

    SearchCriteria whereIn(String field, Collection<String> values) {
        return where(field, "in", String.join(",", values));
    }

    SearchCriteria orderBy(String field) {
        add("searchCriteria[sortOrders][0][field]", field);
        add("searchCriteria[sortOrders][0][direction]", "ASC");
        return this;
    }

    /** @param fields what of each item is wanted */
    String query(String fields) {
        return "?" + String.join("&", parameters) + "&fields=" + rfc3986("items[" + fields + "],total_count");
    }

    private void add(String name, String value) {
        parameters.add(rfc3986(name) + "=" + rfc3986(value));
    }
}
