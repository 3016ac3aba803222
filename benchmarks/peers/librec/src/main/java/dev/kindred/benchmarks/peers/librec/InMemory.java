package dev.kindred.benchmarks.peers.librec;

import com.google.common.collect.BiMap;
import com.google.common.collect.HashBiMap;
import java.util.List;
import net.librec.data.DataAppender;
import net.librec.data.DataContext;
import net.librec.data.DataModel;
import net.librec.data.DataSplitter;
import net.librec.math.structure.DataSet;

/** Ratings that are in memory already, all of them to be learned from. */
record InMemory(
    DataContext context,
    DataSet ratings,
    DataSet none,
    BiMap<String, Integer> users,
    BiMap<String, Integer> items)
    implements DataModel {

  static BiMap<String, Integer> mapping(List<String> ids) {
    BiMap<String, Integer> mapping = HashBiMap.create();
    for (int id = 0; id < ids.size(); id++) {
      mapping.put(ids.get(id), id);
    }
    return mapping;
  }

  @Override
  public void buildDataModel() {
    // It is built.
  }

  @Override
  public void loadDataModel() {
    throw new UnsupportedOperationException("it is in memory");
  }

  @Override
  public void saveDataModel() {
    throw new UnsupportedOperationException("it stays in memory");
  }

  @Override
  public DataSplitter getDataSplitter() {
    return null;
  }

  @Override
  public DataSet getTrainDataSet() {
    return ratings;
  }

  @Override
  public DataSet getTestDataSet() {
    return none;
  }

  @Override
  public DataSet getValidDataSet() {
    return null;
  }

  @Override
  public DataSet getDatetimeDataSet() {
    return null;
  }

  @Override
  public BiMap<String, Integer> getUserMappingData() {
    return users;
  }

  @Override
  public BiMap<String, Integer> getItemMappingData() {
    return items;
  }

  @Override
  public DataAppender getDataAppender() {
    return null;
  }

  @Override
  public DataContext getContext() {
    return context;
  }
}
