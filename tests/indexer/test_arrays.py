"""Arrays come back from their file as they were; a file that is cut short is told."""

from contextlib import closing

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as some

from indexer.arrays import ArrayFile, save_arrays

ARRAYS = st.dictionaries(
    st.text(min_size=1, max_size=9),
    some.arrays(st.sampled_from(["<i4", "<f2", "|b1", "<i8"]), some.array_shapes(min_side=0)),
    max_size=5,
)


@given(arrays=ARRAYS)
def test_arrays_come_back_as_they_were(arrays, tmp_path_factory):
    path = tmp_path_factory.mktemp("arrays") / "arrays.bin"
    save_arrays(path, arrays)
    with closing(ArrayFile(path)) as file:
        for name, array in arrays.items():
            np.testing.assert_array_equal(file.array(name), array)
            assert file.array(name).dtype == array.dtype
            np.testing.assert_array_equal(file.stored(name).piece(0, array.size), array.reshape(-1))


def test_a_piece_is_what_stands_there_and_a_short_file_is_told(tmp_path):
    path = tmp_path / "arrays.bin"
    save_arrays(path, {"long": np.arange(1000), "other": np.ones(3)})
    with closing(ArrayFile(path)) as file:
        assert file.stored("long").piece(10, 13).tolist() == [10, 11, 12]
        with pytest.raises(ValueError, match="smaller"):
            file.stored("long").piece(10, 5000)
        with pytest.raises(KeyError):
            file.array("none")
